"""AWS Glue Data Quality: rules in DQDL that are evaluated on a frame."""
