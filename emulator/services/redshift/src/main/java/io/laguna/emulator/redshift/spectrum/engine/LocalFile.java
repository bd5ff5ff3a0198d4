package io.laguna.emulator.redshift.spectrum.engine;

import io.laguna.emulator.redshift.spectrum.table.DataFile;
import java.nio.file.Path;

/** An object and the file that DuckDB reads it from. */
record LocalFile(DataFile object, Path path) {}
