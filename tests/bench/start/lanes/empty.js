// An empty script: the cost of the page itself and of any script tag.
