import { axes } from "./axes/axes";
import { honesty } from "./honesty/honesty";
import { fog } from "./fog/fog";
import { arithmetic } from "./moving/arithmetic";
import { sheets } from "./sheets/sheets";
import { found } from "./moving/found";
import { vectors } from "./moving/vectors";
import { keeping } from "./keep/keeping";
import { selecting } from "./select/selecting";
import { guests } from "./guests/guests";
import { time } from "./time/time";
import { painting } from "./painting/painting";
import { placing } from "./placing/placing";
import { ways } from "./ways/ways";
import type { Tool } from "./tool";

/** The tools, in the order of their buttons. A new one is a file and a line here. */
export const TOOLS: Tool[] = [
  selecting,
  vectors,
  arithmetic,
  found,
  ways,
  placing,
  painting,
  sheets,
  axes,
  honesty,
  fog,
  keeping,
  time,
  guests,
];
