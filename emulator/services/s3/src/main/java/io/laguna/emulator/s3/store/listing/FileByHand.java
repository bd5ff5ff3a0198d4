package io.laguna.emulator.s3.store.listing;

import io.laguna.emulator.s3.store.layout.FileStat;
import java.nio.file.Path;

/** A file that has come into a bucket's folder, or was changed there, not by S3. */
public record FileByHand(String key, Path path, FileStat stat) {}
