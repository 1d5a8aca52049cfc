// Nothing: what a page costs by itself, and what any script costs by being one.
