/** The findings of classifiers about one file. */
package io.laguna.emulator.crawl.finding;
