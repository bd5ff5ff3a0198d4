"""The names of AWS Glue Data Quality. Calls of them fail and say why."""

from awsglue.transforms import GlueTransform

__all__ = ["EvaluateDataQuality"]


class EvaluateDataQuality(GlueTransform):
    """Evaluates rules of data quality: not here."""

    def __call__(self, frame, ruleset=None, publishing_options={}, additional_options={}, transformation_ctx=""):
        """Fails: no rule is evaluated."""
        raise NotImplementedError(
            "EvaluateDataQuality is not implemented: rules of AWS Glue Data Quality (DQDL) are not evaluated here, "
            "and a result that was not computed is not returned"
        )

    @classmethod
    def process_rows(cls, *args, **kwargs):
        """Fails: no rule is evaluated."""
        return cls()(*args, **kwargs)
