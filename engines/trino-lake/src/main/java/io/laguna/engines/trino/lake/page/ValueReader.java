package io.laguna.engines.trino.lake.page;

import io.trino.spi.block.BlockBuilder;

/** A reader of a text as a value of a type. */
@FunctionalInterface
interface ValueReader {
    /**
     * Appends the value.
     *
     * @throws RuntimeException when the text is none of the type; nothing is appended
     */
    void read(String text, BlockBuilder values);
}
