"""A site that has been built, looked at as readers, browsers and search engines find it."""
