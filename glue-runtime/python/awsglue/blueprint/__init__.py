"""Blueprints, which are not here: the service that makes workflows of them is AWS's."""

raise ImportError("awsglue.blueprint is not here: blueprints are run by a service of AWS's, not by a job")
