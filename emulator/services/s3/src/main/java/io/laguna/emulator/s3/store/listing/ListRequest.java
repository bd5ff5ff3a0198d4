package io.laguna.emulator.s3.store.listing;

/**
 * A request for keys in their order.
 *
 * @param prefix of every key; may be empty
 * @param delimiter rolls keys up that contain it after the prefix; empty for none
 * @param after only keys and common prefixes that come after it; empty for all
 * @param max keys and common prefixes together
 */
public record ListRequest(String bucket, String prefix, String delimiter, String after, int max) {}
