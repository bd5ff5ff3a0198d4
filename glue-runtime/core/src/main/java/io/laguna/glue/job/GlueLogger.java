package io.laguna.glue.job;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The logger of a script. Its lines stand among Spark's. */
public final class GlueLogger {
    private final Logger log = LoggerFactory.getLogger("GlueLogger");

    public void info(String message) {
        log.info(message);
    }

    public void warn(String message) {
        log.warn(message);
    }

    public void error(String message) {
        log.error(message);
    }
}
