/** What a classifier found out about one file. */
package io.laguna.emulator.crawl.finding;
