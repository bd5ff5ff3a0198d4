/** The classifiers, a user's and AWS's own, in their order. */
package io.laguna.emulator.crawl.classify;
