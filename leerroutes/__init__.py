"""Schakel 4: the traject that the plan agreed. Started and adjusted by pip_plans only."""
