/** Files in S3 or in folders: lists of them, and what deletes them or moves them to another storage class. */
package io.laguna.glue.storage;
