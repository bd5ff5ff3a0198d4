package io.laguna.glue.source;

import io.laguna.glue.record.Struct;
import io.laguna.glue.storage.SourceFile;
import java.io.Serializable;

/** A file that is read, and the values of the partition that it belongs to. */
record InputFile(SourceFile file, Struct partition) implements Serializable {}
