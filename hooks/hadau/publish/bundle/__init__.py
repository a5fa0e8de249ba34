"""A site as one file to unpack and open from a folder, with no host and no network.

From a folder, browsers load no modules, answer no request and start no workers. So `modules` makes
one plain script of a site's own modules, `pages` makes pages that load it, with links to files
rather than folders, and `packing` puts all of it into a zip, with what scripts fetch as scripts.
"""
