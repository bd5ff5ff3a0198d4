/** Text of Redshift's SQL as tokens and trees of tokens that know their places, and text made of them again. */
package io.laguna.redshift.sql.text;
