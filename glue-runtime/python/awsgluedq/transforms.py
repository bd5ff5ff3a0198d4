"""The transform of AWS Glue Data Quality.

See https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-crawler-pyspark-transforms-EvaluateDataQuality.html.
"""

from pyspark.sql import functions as f

from awsglue.dynamicframe import DynamicFrame, DynamicFrameCollection
from awsglue.transforms import GlueTransform
from awsgluedq._dqdl import parse
from awsgluedq._rules import Evaluation

__all__ = ["EvaluateDataQuality"]

_OUTCOMES = (
    "Rule string, Outcome string, FailureReason string, EvaluatedMetrics map<string,double>, EvaluatedRule string"
)


class EvaluateDataQuality(GlueTransform):
    """Evaluates the rules of a ruleset on a frame. Results are returned to the script, and published nowhere."""

    def __call__(
        self,
        frame,
        ruleset,
        publishing_options={},
        additional_options={},
        transformation_ctx="",
        additional_data_sources={},
    ):
        """Returns a frame with a record for each rule: the rule, Passed or Failed, why, and what was measured."""
        data, results = self._evaluated(frame, ruleset, publishing_options, additional_data_sources)
        return self._outcomes(frame, data, results)

    def process_rows(
        self,
        frame,
        ruleset,
        publishing_options={},
        additional_options={},
        transformation_ctx="",
        additional_data_sources={},
    ):
        """Returns ruleOutcomes, rowLevelOutcomes and originalData as a collection."""
        data, results = self._evaluated(frame, ruleset, publishing_options, additional_data_sources)
        frames = {
            "originalData": frame,
            "rowLevelOutcomes": DynamicFrame.fromDF(self._rows(data, results), frame.glue_ctx, "rowLevelOutcomes"),
            "ruleOutcomes": self._outcomes(frame, data, results),
        }
        return DynamicFrameCollection(frames, frame.glue_ctx)

    @staticmethod
    def _evaluated(frame, ruleset, publishing_options, additional_data_sources):
        """Returns the data, and each rule with its outcome."""
        if str(publishing_options.get("enableDataQualityResultsPublishing", False)).lower() == "true":
            logger = frame.glue_ctx.get_logger() if hasattr(frame.glue_ctx, "get_logger") else None
            if logger is not None:
                logger.info("Results of data quality are returned to the script, and not published: nothing keeps them")
        data = frame.toDF()
        others = {
            alias: other.toDF() if isinstance(other, DynamicFrame) else other
            for alias, other in additional_data_sources.items()
        }
        evaluation = Evaluation(data, others)
        return data, [(rule, evaluation.of(rule)) for rule in parse(ruleset)]

    @staticmethod
    def _outcomes(frame, data, results):
        rows = [
            (rule.text, "Passed" if outcome.passed else "Failed", outcome.reason, outcome.metrics, rule.text)
            for rule, outcome in results
        ]
        outcomes = data.sparkSession.createDataFrame(rows, _OUTCOMES)
        return DynamicFrame.fromDF(outcomes, frame.glue_ctx, "ruleOutcomes")

    @staticmethod
    def _rows(data, results):
        """Returns the data with the rules that each row passes, fails, and is not asked by."""
        of_rows = [(rule.text, outcome.rows) for rule, outcome in results if outcome.rows is not None]
        others = [rule.text for rule, outcome in results if outcome.rows is None]

        def named(chosen, also=()):
            texts = [f.when(chosen(condition), f.lit(text)) for text, condition in of_rows]
            texts += [f.lit(text) for text in also]
            return f.array_compact(f.array(*texts)) if texts else f.array().cast("array<string>")

        failed = named(lambda condition: ~condition)
        return data.select(
            "*",
            named(lambda condition: condition).alias("DataQualityRulesPass"),
            failed.alias("DataQualityRulesFail"),
            named(lambda condition: condition.isNull(), others).alias("DataQualityRulesSkip"),
            f.when(f.size(failed) > 0, "Failed").otherwise("Passed").alias("DataQualityEvaluationResult"),
        )
