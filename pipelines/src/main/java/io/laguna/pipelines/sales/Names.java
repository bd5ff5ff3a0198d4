package io.laguna.pipelines.sales;

/** The names of what the pipeline makes. */
final class Names {
    static final String PIPELINE = "laguna-sales";
    static final String FUNCTION = "laguna-sales-producer";
    static final String RAW_CRAWLER = "laguna-sales-raw";
    static final String PROCESSED_CRAWLER = "laguna-sales-processed";
    static final String CLEAN_JOB = "laguna-sales-clean";
    static final String LOAD_JOB = "laguna-sales-load";
    static final String ARRIVED_RULE = "laguna-sales-arrived";
    static final String FAILED_RULE = "laguna-sales-failed";
    static final String ALERTS = "laguna-sales-alerts";
    static final String SECRET = "laguna-sales-redshift";
    static final String DATABASE = "laguna_sales";
    static final String RAW_TABLE = "sales_data";
    static final String PROCESSED_TABLE = "processed_sales";
    static final String WAREHOUSE_TABLE = "sales_schema.processed_sales";

    /** The folder of deliveries in the raw bucket. */
    static final String RAW_FOLDER = "sales/" + RAW_TABLE + "/";

    static final String PROCESSED_FOLDER = "sales/" + PROCESSED_TABLE + "/";

    /** The name of the file that ends a delivery. Nobody takes it for data, since it begins with an underscore. */
    static final String COMPLETE = "_complete.json";

    private Names() {}
}
