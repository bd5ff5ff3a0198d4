/** Sources of a load's bytes: locations, manifests, compressions, encodings. */
package io.laguna.redshift.load.source;
