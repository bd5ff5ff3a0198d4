/**
 * Glue's crawlers: their definitions, schedules and states, and the history of their crawls. What a crawl does is in
 * {@code work}.
 *
 * <p>The page docs/decisions/0029-crawlers.md tells why it is built so.
 */
package io.laguna.emulator.glue.crawler;
