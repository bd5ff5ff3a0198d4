package io.laguna.emulator.glue.job;

/**
 * A parameter of a job that is for Glue itself, and for the script only beside that.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-glue-arguments.html">Job parameters</a>
 */
enum Parameter {
    EXTRA_PY_FILES("--extra-py-files"),
    EXTRA_JARS("--extra-jars"),
    EXTRA_FILES("--extra-files"),
    USER_JARS_FIRST("--user-jars-first"),
    MODULES("--additional-python-modules"),
    INSTALLER("--python-modules-installer-option"),
    BOOKMARK("--job-bookmark-option"),
    BOOKMARK_FROM("--job-bookmark-from"),
    BOOKMARK_TO("--job-bookmark-to"),
    TEMP_DIR("--TempDir"),
    CONF("--conf"),
    FORMATS("--datalake-formats"),
    LANGUAGE("--job-language"),
    CLASS("--class"),
    SCRIPT("--scriptLocation"),
    EVENT_LOGS("--spark-event-logs-path"),
    DRIVER_VARIABLES("--customer-driver-env-vars"),
    EXECUTOR_VARIABLES("--customer-executor-env-vars"),
    CONTINUOUS_LOG("--enable-continuous-cloudwatch-log"),
    CONTINUOUS_GROUP("--continuous-log-logGroup"),
    CONTINUOUS_STREAM("--continuous-log-logStreamPrefix"),
    LOG_GROUP_PREFIX("--custom-logGroup-prefix"),
    LOG_STREAM_PREFIX("--custom-logStream-prefix"),
    SPARK_UI("--enable-spark-ui"),
    /** Spark SQL has the catalog in any case. */
    CATALOG("--enable-glue-datacatalog"),
    AUTO_SCALING("--enable-auto-scaling", "a run has the machine that it runs on"),
    EXECUTOR_CORES("--executor-cores", "a run has the cores of the machine"),
    METRICS("--enable-metrics", "there are no metrics"),
    OBSERVABILITY("--enable-observability-metrics", "there are no metrics"),
    INSIGHTS("--enable-job-insights", "the run's error message has what is known"),
    FILTER("--enable-continuous-log-filter", "the log of Spark has warnings and errors alone"),
    PATTERN("--continuous-log-conversionPattern", "the log of Spark has one pattern"),
    PARQUET("--enable-s3-parquet-optimized-committer", "files appear when the job commits, without a rename"),
    RENAME("--enable-rename-algorithm-v2", "files appear when the job commits, without a rename"),
    POSTGRES("--use-postgres-driver", "Redshift is reached by its own driver"),
    PROXY("--disable-proxy-v2", "there is no proxy"),
    ENCRYPTION("--encryption-type", "nothing is encrypted"),
    LAKE_FORMATION("--enable-lakeformation-fine-grained-access", "there are no permissions"),
    SHUFFLE_FILES("--write-shuffle-files-to-s3", "shuffles are on the machine's disk"),
    SHUFFLE_SPILLS("--write-shuffle-spills-to-s3", "shuffles are on the machine's disk"),
    LIBRARY_SET("library-set", "all libraries are there"),
    LIBRARIES("--library-set", "all libraries are there");

    private final String text;
    private final String reason;

    Parameter(String text) {
        this(text, "");
    }

    /**
     * A parameter without effect.
     *
     * @param reason why it has none here
     */
    Parameter(String text, String reason) {
        this.text = text;
        this.reason = reason;
    }

    String text() {
        return text;
    }

    boolean isWithoutEffect() {
        return !reason.isEmpty();
    }

    /** Returns the sentence about a parameter without effect. */
    String note() {
        return text + " has no effect in Laguna: " + reason + ".";
    }
}
