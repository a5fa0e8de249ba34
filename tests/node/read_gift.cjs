// What gift-pegjs reads in each file that is named: an array of questions for each, as JSON.
const { readFileSync } = require("fs")
const { parse } = require("gift-pegjs")

console.log(JSON.stringify(process.argv.slice(2).map(file => parse(readFileSync(file, "utf8")))))
