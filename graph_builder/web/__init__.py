"""A published graph in, pages and a SPARQL endpoint over HTTP out; or the pages as files for any web host."""
