/** The certificates of a lake: an authority of its own, and what it issues to the lake's servers. */
package io.laguna.engines.certificate;
