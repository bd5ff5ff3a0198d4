/** Lines of logs, read by grok patterns. */
package io.laguna.emulator.crawl.grok;
