package io.laguna.glue.source;

import io.laguna.glue.frame.DynamicFrame;
import java.io.IOException;

/** A place that frames are read from. */
sealed interface Source permits CatalogSource, FileSource, JdbcSource, SparkSource {

    /** Returns a frame of what is there, and is new where the bookmark is on. */
    DynamicFrame frame() throws IOException;
}
