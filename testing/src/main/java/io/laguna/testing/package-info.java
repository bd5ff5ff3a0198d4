/** A lake for tests. See {@link io.laguna.testing.LagunaExtension} and {@link io.laguna.testing.LagunaContainer}. */
package io.laguna.testing;
