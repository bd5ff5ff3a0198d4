/** Bookmarks: how far the sources of a job have been read by its earlier runs. */
package io.laguna.glue.bookmark;
