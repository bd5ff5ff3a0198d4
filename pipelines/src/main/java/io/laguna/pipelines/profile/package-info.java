/** The profiles, which hold what differs between here and AWS: a profile is one file. */
package io.laguna.pipelines.profile;
