"""AWS Glue Data Quality, which is not here: nothing says that data was checked when it was not."""
