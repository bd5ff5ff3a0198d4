package io.laguna.pipelines.sales;

import java.util.Iterator;

/** The CSV files of one delivery, each small enough for one call of the producer's function. */
public interface SalesFiles {
    /** Returns the files in their order; they are made as they are asked for. */
    Iterator<String> files();
}
