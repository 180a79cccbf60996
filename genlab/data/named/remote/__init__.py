"""The data sets genlab knows by name and downloads once; each is a :class:`genlab.data.fetch.Remote`."""
