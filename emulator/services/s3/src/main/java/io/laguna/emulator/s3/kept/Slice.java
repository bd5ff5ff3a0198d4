package io.laguna.emulator.s3.kept;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param next the token of the page that follows
 */
record Slice<T>(List<T> items, Optional<String> next) {}
