/** The sessions of a cluster: Redshift's statements become orders for the engine, and for the carriers of Laguna's own. */
package io.laguna.emulator.redshift.session;
