#!/bin/sh
# Fills a new database: the tables and figures of data/mysql, and the account that jobs read them with. MySQL's image
# runs it, and MariaDB's, while nobody can connect but by the socket.
set -eu
export MYSQL_PWD="$MYSQL_ROOT_PASSWORD"
for file in /seed/*.sql; do
    mysql --user=root <"$file"
done
# The account can do nothing else, and its password is no secret: the data are published.
mysql --user=root --execute="CREATE USER IF NOT EXISTS 'covid_reader'@'%' IDENTIFIED BY 'covid_reader';
    GRANT SELECT ON covid.* TO 'covid_reader'@'%'"
