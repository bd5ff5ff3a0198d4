"""The names of AWS Glue's machine-learning transforms. Calls of them fail and say why."""

from awsglue.transforms import GlueTransform

__all__ = ["EntityDetector", "FillMissingValues", "FindIncrementalMatches", "FindMatches"]


class _Service(GlueTransform):
    def __call__(self, *args, **kwargs):
        """Fails: the model is a service of AWS."""
        raise NotImplementedError(f"{self.name()} is not implemented: its model is a service of AWS and is not here")


class FindMatches(_Service):
    """Finds records that are about the same thing: not here."""


class FindIncrementalMatches(_Service):
    """Finds new records that are about things known before: not here."""


class FillMissingValues(_Service):
    """Fills in missing values: not here."""


class EntityDetector(_Service):
    """Detects personal data: not here."""

    def detect(self, *args, **kwargs):
        """Fails: the model is a service of AWS."""
        return self(*args, **kwargs)
