"""The machine-learning transforms of AWS Glue, which are not here: their models are a service of AWS."""
