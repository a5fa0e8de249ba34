"""Records to sheets of paper: what facilitators and participants print, fill in and change.

A sheet is first plain data (`describing`), the same for every format; then it is set as PDF
(`typesetting`). `making` says which sheets there are.
"""
