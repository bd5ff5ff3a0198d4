/** A lake for tests. See {@link io.laguna.testing.LagunaExtension}. */
package io.laguna.testing;
