/** Where the bytes of a load come from: locations, manifests, compressions, encodings. */
package io.laguna.redshift.load.source;
