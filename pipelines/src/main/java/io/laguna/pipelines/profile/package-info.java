/** What differs between here and AWS: a profile is one file. */
package io.laguna.pipelines.profile;
