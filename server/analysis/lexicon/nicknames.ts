/** Given names that are forms of one another, lower case, one group a line. */
const GROUPS = `
abigail abby gail
alexander alex alec sandy sasha
alexandra alex sandra sasha
alfred al fred
andrew andy drew
anthony tony
antonio tony
barbara barb
benjamin ben benny
bernard bernie
catherine katherine kathryn cathy kathy kate katie kay
charles charlie chuck
christopher chris
christine christina chris tina
daniel dan danny
david dave
deborah debra debbie deb
dmitry dmitri dimitri
donald don donnie
dorothy dot dottie
douglas doug
edward ed eddie ted
elizabeth liz beth betty lizzie eliza bess
eugene gene
francis frank
frederick fred
gabriel gabe
gerald gerry jerry
gregory greg
henry hank harry
hillary hilary
ignatius iggy
jacob jake
jacqueline jackie
james jim jimmy jamie
janet jan
jeffrey geoffrey jeff geoff
jennifer jen jenny
jonathan jon
john johnny jack
joseph joe joey
joshua josh
judith judy
kenneth ken kenny
lawrence laurence larry
leonard len lenny leo
leonardo leo
louis lou
lucille lucy
madeleine maddie
margaret maggie meg peggy marge
matthew matt
maxwell max
michael mike mick mickey
michelle shelly
mitchell mitch
mohammed muhammad mohamed mohammad muhammed
nancy nan
nathaniel nathan nate
nicholas nick nicky
nikolai kolya
pamela pam
patricia pat patty tricia
patrick pat paddy
peter pete
philip phillip phil
randall randy
raymond ray
rebecca becky
reginald reggie
richard rick rich dick ricky
robert bob rob bobby robbie bert
ronald ron ronnie
rudolph rudy
russell russ
samuel sam
samantha sam
solomon sol
stanley stan
stephen steven steve
stephanie steph
susan sue suzanne
terrence terence terry
theodore ted teddy theo
theresa teresa terry
thomas tom tommy
timothy tim
valentina valya
valerie val
victor vic
victoria vicky
vincent vince
vladimir vova volodya
walter walt wally
wesley wes
william bill billy will willy
yevgeny evgeny evgeni
yulia julia yuliya
zachary zach zack
`;

const groupsByName = new Map<string, Set<number>>();
for (const [i, group] of GROUPS.trim().split('\n').entries())
  for (const name of group.split(' ')) groupsByName.set(name, (groupsByName.get(name) ?? new Set()).add(i));

/** Whether two given names (lower case) may be one person's: `bill` and `william`. */
export function areForms(a: string, b: string): boolean {
  if (a === b) return true;
  const groups = groupsByName.get(a);
  const others = groupsByName.get(b);
  if (!groups || !others) return false;
  for (const group of groups) if (others.has(group)) return true;
  return false;
}
