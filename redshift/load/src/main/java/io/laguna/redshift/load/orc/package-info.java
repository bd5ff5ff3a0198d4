/** ORC files, read by their specification, without Hadoop. */
package io.laguna.redshift.load.orc;
