package io.laguna.emulator.s3.store.object;

/**
 * A checksum of an object or of a part.
 *
 * @param value in Base64; a composite one ends in {@code -} and the number of parts
 */
public record Checksum(ChecksumAlgorithm algorithm, ChecksumType type, String value) {}
