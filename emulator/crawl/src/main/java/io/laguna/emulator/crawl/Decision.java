package io.laguna.emulator.crawl;

/**
 * A sentence that says why a crawl decided as it did.
 *
 * @param location what it is about: a folder or a file
 */
public record Decision(String location, String reason) {}
