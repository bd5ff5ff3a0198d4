/** The orders that a client's text becomes: statements for the engine, and answers that Laguna gives itself. */
package io.laguna.redshift.wire.order;
