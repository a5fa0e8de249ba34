"""Hadau: bilingual knowledge-base websites from structured YAML and a BibTeX file."""
