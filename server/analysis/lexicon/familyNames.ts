/** Chinese, Korean and Vietnamese family names as news writes them, lower case: they stand before the given name. */
export const FAMILY_NAMES_FIRST: ReadonlySet<string> = new Set(
  (
    'ahn an bae bai ban bang byun cai cao cha chae chan chang chen cheng cheong cheung chi chiang cho choe choi chong chow chu chun chung ' +
    'cui dai dang deng ding dinh do dong dou du duan duong eom fan fang feng fu gan gao geng gong gu guan guo gwak ha ham han hang hao ' +
    'he heo ho hong hou hu hua huang huh hui hur huynh hwang hyun im jang jeon jeong ji jia jiang jin jo joo ju jung kam kan kang kim ko ' +
    'kong koo ku kuo kwak kwan kwok kwon lai lam lau le lei leung li liang liao lim lin liu lo long lu lui luo luong lý ma mao mei meng ' +
    'min mo mok moon myung na nam ng ngo nguyen nie ning noh oh ong ou ouyang paek pak pan pang park peng pham phan pu pyo qian qiao qin ' +
    'qiu qu quan ra rao ren rhee ri ro roh rong ruan ryu seo seok seong shao shen sheng shi shim shin sim sin so soh son song su suh sun ' +
    'sung szeto tae tan tang tao teng thach tian tong tran trinh truong tsai tsang tse tsui tu u um vo vu wan wang wei wen wong woo wu xi ' +
    'xia xiang xiao xie xing xiong xu xue yan yang yao ye yeo yeung yi yim yin yoo yoon you yu yuan yue yun zeng zhai zhang zhao zheng ' +
    'zhong zhou zhu zhuang zou zuo'
  ).split(' '),
);
