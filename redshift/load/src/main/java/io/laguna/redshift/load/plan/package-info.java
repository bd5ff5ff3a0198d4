/** The orders of a load, and the rows that each kind of file gives. */
package io.laguna.redshift.load.plan;
