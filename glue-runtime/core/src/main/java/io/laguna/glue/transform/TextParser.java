package io.laguna.glue.transform;

import io.laguna.glue.record.DynamicRecord;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/** A way to read the records of a text. */
@FunctionalInterface
public interface TextParser extends Serializable {
    List<DynamicRecord> parse(String text) throws IOException;
}
