package io.laguna.emulator.crawl.table;

import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters by which a table shows that a crawler has made it. */
public final class Marks {
    /** The crawler's name. */
    public static final String CRAWLER = "UPDATED_BY_CRAWLER";
    /** The crawl's id. */
    public static final String RUN = "CRAWL_RUN_ID";
    /** When a table was no longer found, in milliseconds since 1970. */
    public static final String DEPRECATED = "DEPRECATED_BY_CRAWLER";

    private Marks() {}

    /** Returns the parameters that every table of a crawler has. */
    public static Map<String, String> of(String crawler, String crawlId) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("CrawlerSchemaSerializerVersion", "1.0");
        parameters.put("CrawlerSchemaDeserializerVersion", "1.0");
        parameters.put(CRAWLER, crawler);
        parameters.put(RUN, crawlId);
        return parameters;
    }
}
