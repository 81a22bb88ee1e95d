"""The tab PIP: the plan that holds, the plan in the making, and the acts on them."""
